/** Greek letters by their English names, in the order of the alphabet; "" is the final sigma, which no formula has. */
const NAMES =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho  sigma tau upsilon phi chi psi omega".split(
    " ",
  );
const CAPITALS = ["Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega"];

const capitalOf = (name: string) => NAMES.indexOf(name.toLowerCase());

/** Letters that are no ASCII, as names. */
export const LETTERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(NAMES.flatMap((name, k) => (name === "" ? [] : [[String.fromCodePoint(0x3b1 + k), name]]))),
  ...Object.fromEntries(CAPITALS.map((name) => [String.fromCodePoint(0x391 + capitalOf(name)), name])),
  ϵ: "epsilon",
  ϑ: "theta",
  ϕ: "phi",
  ϱ: "rho",
  ℓ: "l",
  "\u00b5": "mu",
  "\u2126": "Omega",
  "\u{1d4aa}": "O",
};

/** LaTeX's commands for names and for functions. */
export const COMMANDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...NAMES, ...CAPITALS].filter((name) => name !== "").map((name) => [name, name])),
  ...{ varepsilon: "epsilon", vartheta: "theta", varphi: "phi", varrho: "rho", ell: "l" },
  ...{ log: "log", ln: "ln", exp: "exp", sqrt: "sqrt", min: "min", max: "max" },
};

/** LaTeX's commands for signs. */
export const SIGN_COMMANDS: Readonly<Record<string, string>> = {
  ...{ cdot: "*", times: "*", ast: "*", div: "/", colon: ":" },
  ...{ wedge: "∧", land: "∧", vee: "∨", lor: "∨" },
  ...{ lt: "<", gt: ">", le: "<=", leq: "<=", leqslant: "<=", ge: ">=", geq: ">=", geqslant: ">=", in: "=" },
  ...{ ll: "<<", gg: ">>", prec: "<<", succ: ">>", lesssim: "≲", gtrsim: "≳", asymp: "≍" },
  ...{ lbrace: "{", rbrace: "}", lbrack: "[", rbrack: "]" },
};

/** Signs that are no ASCII. */
export const SIGNS: Readonly<Record<string, string>> = {
  ...{ "·": "*", "⋅": "*", "×": "*", "∗": "*", "•": "*", "÷": "/", "∕": "/", "⁄": "/", "−": "-" },
  ...{ "∧": "∧", "⋀": "∧", "∨": "∨", "⋁": "∨" },
  ...{ "≤": "<=", "⩽": "<=", "≥": ">=", "⩾": ">=", "≪": "<<", "≫": ">>", "≺": "<<", "≻": ">>", "∈": "=" },
  ...{ "≲": "≲", "≳": "≳", "≍": "≍" },
};

/** What stands for f = O(g) and the like between two formulas. */
export const COMPARED: Readonly<Record<string, string>> = { "≲": "O", "≳": "Omega", "≍": "Theta" };

export const FRACTIONS: Readonly<Record<string, string>> = {
  ...{ "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8" },
};

const pairs = (raised: string, plain: string): [string, string][] =>
  [...raised].map((letter, k) => [letter, [...plain][k] as string]);

export const SUPERSCRIPTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(pairs("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ᵃᵇᶜᵈᵉᵏˡᵐⁿᵒᵖʳˢᵗˣ", "0123456789+-()abcdeklmnoprstx")),
  ...{ ᵅ: "alpha", ᵝ: "beta", ᵞ: "gamma", ᵟ: "delta", ᶿ: "theta" },
};

export const SUBSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  pairs("₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", "0123456789aehijklmnoprstuvx"),
);

/** The names of orders: O(g) is no product. */
export const LANDAU: ReadonlySet<string> = new Set(
  ["o", "O", "Theta", "Omega", "omega"].flatMap((name) => [name, `${name}~`]),
);

/** What takes an argument, and its name in plain letters. */
export const CALLED: ReadonlyMap<string, string> = new Map([
  ...["log", "exp", "sqrt", "min", "max", "poly", "polylog", "factorial", "binomial"].map(
    (name) => [name, name] as const,
  ),
  ["ln", "log"],
]);
