/// The syntax tree kept in an arena.
@NullMarked
package dev.arenabench.arena.tree;

import org.jspecify.annotations.NullMarked;
