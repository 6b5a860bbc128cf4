/// What is parsed in a run.
///
/// A [Corpus][dev.arenabench.harness.corpus.Corpus] is a list of sources with a hash that says
/// which ones they were. It comes from a folder or a file of the user's, from the programs that
/// ship with the harness, or from the
/// [CorpusGenerator][dev.arenabench.harness.corpus.CorpusGenerator], which grows those programs to
/// any size.
///
/// The shipped programs were written for this project. The Lua ones are real in the sense that each
/// runs and checks itself (`lua5.4 FILE`); the TypedLua ones are written as if they ran, and use
/// all of the grammar. They and what is grown from them are no stand-in for the user's own code:
/// they make runs comparable that cannot share any.
@NullMarked
package dev.arenabench.harness.corpus;

import org.jspecify.annotations.NullMarked;
