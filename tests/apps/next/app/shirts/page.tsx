import type { Metadata } from "next";

export const metadata: Metadata = { title: "Shirts" };

export default function Shirts() {
  return <h1>Shirts</h1>;
}
