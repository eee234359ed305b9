import type { ReactNode } from "react";
import Link from "next/link";
import { Matomo } from "./matomo";

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Home</Link>
          <Link href="/shirts">Shirts</Link>
          <Link href="/streamed">Streamed</Link>
        </nav>
        {children}
        <Matomo />
      </body>
    </html>
  );
}
