package io.tweestap.limit;

/// Use of a limit.
///
/// @param key who or what is counted; it is hashed before it is stored
/// @param times how many uses it is, all or none of them; 1 or more
public record Use(Limit limit, String key, int times) {
  public Use {
    if (times < 1) {
      throw new IllegalArgumentException("a use is counted once or more");
    }
  }

  /// One use.
  public Use(Limit limit, String key) {
    this(limit, key, 1);
  }
}
