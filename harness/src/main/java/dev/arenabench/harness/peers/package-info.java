/// Other parsers that this one is measured against: whether they were built
/// ([PeerBuild][dev.arenabench.harness.peers.PeerBuild]), which programs each of them takes
/// ([PeerCorpora][dev.arenabench.harness.peers.PeerCorpora]), and what native compilers take that
/// no duel can hold ([NativeCompiler][dev.arenabench.harness.peers.NativeCompiler]).
///
/// The peers themselves are code of another build, which the Maven profile `peers` makes: they are
/// on the class path of a duel's side, and on no other.
@NullMarked
package dev.arenabench.harness.peers;

import org.jspecify.annotations.NullMarked;
