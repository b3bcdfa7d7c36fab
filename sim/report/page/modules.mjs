// The modules of the page in the order in which they are joined: each uses only what stands above it, main starts.
export const MODULES = [
  "main.js",
];
