"""The npm package: which files of ``dist/`` it has, under which names, and its tarball."""
