/// Other parsers of Lua, as sides of a duel: the reference implementation, LuaJ, and ANTLR with a
/// grammar of this project.
///
/// Built by the Maven profile `peers` alone and on the class path of no other code: a duel loads
/// [PeerRigs][dev.arenabench.peers.PeerRigs] by its name into the loader of one side. Each peer is
/// used in the fastest way that it offers, with all that can be made once made once.
@NullMarked
package dev.arenabench.peers;

import org.jspecify.annotations.NullMarked;
