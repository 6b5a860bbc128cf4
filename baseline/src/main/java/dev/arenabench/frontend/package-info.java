/// Bytes to constructs: the lexer and the parser that feed a tree builder.
@NullMarked
package dev.arenabench.frontend;

import org.jspecify.annotations.NullMarked;
