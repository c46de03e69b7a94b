package io.tweestap.tenant;

import java.util.Map;

/// The limits that a tenant may lower, told by the room that keeps them.
public interface LimitNames {
  /// Name of each limit, as in `sends_per_address`, with its default size.
  Map<String, Integer> defaults();
}
