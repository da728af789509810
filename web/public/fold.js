// Those who come by a link with a setting find the story folded.
if (location.hash.length > 1) document.documentElement.classList.add("linked");
