/// The heap twin as it is often written: the control that shows how much of a gain is not the
/// arena's.
///
/// Its sins are the usual two, and no others: a new `String` for each occurrence of a name, and
/// children in an `ArrayList` that grows as they are added.
@NullMarked
package dev.arenabench.heap.careless;

import org.jspecify.annotations.NullMarked;
