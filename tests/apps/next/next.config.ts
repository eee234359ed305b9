import type { NextConfig } from "next";

// The folders above have lock files, too.
const root = process.cwd();
const config: NextConfig = { outputFileTracingRoot: root, turbopack: { root } };
export default config;
