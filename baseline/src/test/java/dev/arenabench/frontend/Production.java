package dev.arenabench.frontend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the productions of `GRAMMAR.md` that a test is for; [GrammarTest] sees to it that each has
/// one.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Production {
  String[] value();
}
