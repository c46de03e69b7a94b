package io.tweestap.operations;

/// Figures that are looked up when somebody asks for them, and not before.
public interface Gauges {
  /// Looks. Called before each answer, by one thread at a time; quick, and bounded however much
  /// there is to look at.
  void look();

  /// It could not be looked at: figures of earlier must not pass for those of now.
  void lookFailed();
}
