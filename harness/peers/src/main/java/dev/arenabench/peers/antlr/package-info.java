/// ANTLR 4 with a grammar of Lua 5.4 that was written for this project.
///
/// [LuaSyntax][dev.arenabench.peers.antlr.LuaSyntax] is how the rest uses it; lexer and parser are
/// generated from the two grammars.
@NullMarked
package dev.arenabench.peers.antlr;

import org.jspecify.annotations.NullMarked;
