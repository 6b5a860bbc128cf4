/// The arena: slabs, handles, reset.
@NullMarked
package dev.arenabench.arena;

import org.jspecify.annotations.NullMarked;
