import type { Metadata } from "next";
import { analytics } from "paqbridge";
import { Buy } from "./buy";

export const metadata: Metadata = { title: "Home" };

/** A server component; what it calls goes nowhere. */
export default function Home() {
  analytics.track("Rendered");
  return (
    <main>
      <h1>Home, {analytics.VERSION}</h1>
      <Buy />
    </main>
  );
}
