package io.tweestap.delivery.learn;

import io.tweestap.shared.Channel;
import java.util.Map;

/// What is known at a moment, over all tenants.
///
/// @param counts by channel and country, and in there by carrier
public record Experience(Map<Key, Map<String, Counts>> counts) {
  /// @param country ISO 3166-1 alpha-2
  public record Key(Channel channel, String country) {}

  public Experience {
    counts = Map.copyOf(counts);
  }

  /// By carrier; nothing about those that are not in it.
  public Map<String, Counts> of(Channel channel, String country) {
    return counts.getOrDefault(new Key(channel, country), Map.of());
  }
}
