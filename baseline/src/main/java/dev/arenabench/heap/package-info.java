/// The heap twin: a syntax tree of one record a node, as good as objects get.
///
/// [dev.arenabench.heap.HeapTreeBuilder] makes a [dev.arenabench.heap.Node.Chunk] of what the
/// parser reports; each pass is a class of its own. Trees are immutable and may be shared between
/// threads; builders and passes belong to one thread at a time.
///
/// It is the baseline of every ratio that this project publishes, so whatever makes it faster or
/// smaller without changing what it holds is wanted here. Not promised: the types and order of the
/// records' components.
@NullMarked
package dev.arenabench.heap;

import org.jspecify.annotations.NullMarked;
