/// What every syntax tree of this project shares: the seam between parser and tree, kinds, names, errors.
@NullMarked
package dev.arenabench.syntax;

import org.jspecify.annotations.NullMarked;
