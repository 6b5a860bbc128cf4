/// Source bytes to constructs: the front end that every contender shares.
///
/// A [Parser][dev.arenabench.frontend.Parser] pulls tokens from its
/// [Lexer][dev.arenabench.frontend.Lexer] one at a time and reports constructs to a
/// [TreeBuilder][dev.arenabench.syntax.TreeBuilder], which decides what a tree is. Names and
/// strings go to an [Interner][dev.arenabench.syntax.Interner] and travel as symbols.
/// [SourceText][dev.arenabench.frontend.SourceText] holds a source as it is read fastest, and turns
/// offsets into lines and columns.
///
/// The dialects are described in `GRAMMAR.md`. What TypedLua adds is parsed by classes of their
/// own, which work on the parser's cursor: Lua pays for them with a look at a field here and there.
///
/// What is accepted as `LUA_5_4` is Lua 5.4, exactly as the reference implementation's `load` does
/// by its grammar, nesting limit included; errors have its words. What that checks beyond the
/// grammar (jumps, constants, `...`, numbers of variables) is found in the finished tree by
/// [Scopes][dev.arenabench.syntax.Scopes]. What only its code generator cannot hold - an expression
/// that needs more registers than its machine has, a jump too far - is accepted here: those limits
/// are its own, not the language's.
///
/// An error is shown to a person by [Excerpt][dev.arenabench.frontend.Excerpt], the line with a
/// caret, and [Expectation][dev.arenabench.frontend.Expectation], what could have stood there. What
/// sources do to the front end at worst, how that is tested, and all limits:
/// `doc-files/robustness.md`.
///
/// Not promised: the constants of [Token][dev.arenabench.frontend.Token] keep their names, not
/// their values.
@NullMarked
package dev.arenabench.frontend;

import org.jspecify.annotations.NullMarked;
