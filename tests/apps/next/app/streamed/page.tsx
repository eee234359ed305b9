import type { Metadata } from "next";
import { connection } from "next/server";
import { setTimeout } from "node:timers/promises";

/** As slow as a database. */
export async function generateMetadata(): Promise<Metadata> {
  await connection();
  await setTimeout(300);
  return { title: "Streamed" };
}

export default function Page() {
  return <h1>Streamed</h1>;
}
