/// An arena: memory that is handed out by moving an index and taken back all at once.
///
/// **Model.** An [Arena][dev.arenabench.arena.Arena] holds *slabs*, arrays of 64-bit words. An
/// allocation takes the next words of the current slab and answers an `int` *handle*; values never
/// move. [reset][dev.arenabench.arena.Arena#reset] takes all of them back by setting the index to
/// the start, [close][dev.arenabench.arena.Arena#close] lets the slabs go. One allocation at a
/// time, the [Region][dev.arenabench.arena.Region], may grow while it is written: it is contiguous,
/// so that a loop over it needs one array reference and no handle, and it is the only thing that
/// moves.
///
/// **Memories.** Slabs are arrays on the Java heap ([HeapArena][dev.arenabench.arena.HeapArena]) or
/// segments outside it ([NativeArena][dev.arenabench.arena.NativeArena]); which slab, how large,
/// and what counts as what is decided in one place for both. An arena has its slabs for itself, or
/// shares them by size with others ([SlabTiers][dev.arenabench.arena.SlabTiers]).
///
/// **Checks.** A handle is a number, and nothing in the language keeps it from being used when its
/// arena has been reset, or with another one. [Checks][dev.arenabench.arena.Checks] is one switch
/// that makes every such use an exception, and is not there at all when it is off.
///
/// **Cost.** An allocation is one comparison and two stores. To the collector a slab is one object
/// without references: marking costs the same for a slab as for a small string, whatever lies in
/// it, and nothing that points from value to value needs a write barrier. In steady state (the same
/// work again after each reset) nothing is allocated on the Java heap.
///
/// **Trade-offs.** Nothing can be given back alone; what has become useless in between stays until
/// the reset, as [dead bytes][dev.arenabench.arena.Arena#deadBytes]. A handle is a number: whoever
/// keeps one beyond a reset reads whatever lies there then, and the compiler does not notice.
/// Memory is held at the high-water mark, up to the [retention
/// limit][dev.arenabench.arena.ArenaOptions#retainedBytes]; off the heap it is lost unless the
/// arena is closed.
///
/// **Around it.** For many threads an [ArenaPool][dev.arenabench.arena.ArenaPool] or
/// [ThreadArenas][dev.arenabench.arena.ThreadArenas]; for strings that come again an
/// [ArenaInterner][dev.arenabench.arena.ArenaInterner]; for the size of the first slab a
/// [CapacityAdvice][dev.arenabench.arena.CapacityAdvice]. When to use all this and when not, with
/// measured figures, and how: the guide, `doc-files/guide.md`.
///
/// An arena belongs to one thread. This package knows nothing of trees and depends on nothing but
/// the JDK.
@NullMarked
package dev.arenabench.arena;

import org.jspecify.annotations.NullMarked;
