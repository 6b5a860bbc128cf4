/// A syntax tree kept in an arena.
///
/// **Model.** A tree is adjacent 64-bit words of one slab: one word a node, children before their
/// parent, nothing that points anywhere. An
/// [ArenaTreeBuilder][dev.arenabench.arena.tree.ArenaTreeBuilder] writes it while the parser
/// reports constructs, an [ArenaTree][dev.arenabench.arena.tree.ArenaTree] reads it, and one class
/// of the package, `NodeLayout`, knows which bit is where. The passes are what the heap twin has
/// too: [count][dev.arenabench.arena.tree.ArenaCount],
/// [calls][dev.arenabench.arena.tree.ArenaCalls],
/// [resolve][dev.arenabench.arena.tree.ArenaResolve],
/// [print][dev.arenabench.arena.tree.ArenaPrint], [dump][dev.arenabench.arena.tree.ArenaDump] and
/// [hash][dev.arenabench.arena.tree.ArenaHash], with the same answers.
///
/// The same words can lie outside the Java heap: a
/// [NativeTreeBuilder][dev.arenabench.arena.tree.NativeTreeBuilder] writes them, a
/// [NativeTree][dev.arenabench.arena.tree.NativeTree] reads them node by node, and what both views
/// can do is a [FlatTree][dev.arenabench.arena.tree.FlatTree]. Counting and hashing work there in
/// place; for the other passes the tree is copied to the heap, in one piece.
///
/// **Cost.** Building a node is a comparison and one or two stores; no object is made, in steady
/// state none for a whole tree. A node is eight bytes, and eight more for a number or a subtree
/// that 25 bits cannot hold: less than an object's header and one reference. To the collector a
/// tree is one object without references. A pass that need not know how nodes nest reads the words
/// from the end to the start, as fast as memory delivers them.
///
/// **Trade-offs.** The layout buys its size with direction: the last child is one step away, the
/// first as many as there are children, so a pass that has to go forwards turns the order on a
/// stack of its own. There is no way from a child to its parent. A tree is finished when it is
/// built: nothing can be inserted. A view of a tree whose arena has been reset reads what lies
/// there now; what has to live longer than its arena is copied out by
/// [freeze][dev.arenabench.arena.tree.ArenaTree#freeze]. And nothing checks types: that a handle is
/// a call is something the caller knows, or asks. That is why
/// [verify][dev.arenabench.arena.tree.ArenaTree#verify] exists.
@NullMarked
package dev.arenabench.arena.tree;

import org.jspecify.annotations.NullMarked;
