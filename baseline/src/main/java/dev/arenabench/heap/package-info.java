/// The syntax tree kept as objects.
@NullMarked
package dev.arenabench.heap;

import org.jspecify.annotations.NullMarked;
