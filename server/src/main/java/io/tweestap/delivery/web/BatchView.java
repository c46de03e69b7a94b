package io.tweestap.delivery.web;

import io.tweestap.delivery.MessageState;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A batch in numbers.
///
/// @param states how many messages by state; none of a state that none is in
/// @param canceled how many this request withdrew; missing when nothing was to be withdrawn
record BatchView(UUID id, int messages, Map<String, Integer> states, @Nullable Integer canceled) {
  static BatchView of(UUID id, Map<MessageState, Integer> counts, @Nullable Integer canceled) {
    Map<String, Integer> states = new TreeMap<>();
    counts.forEach((state, count) -> states.put(state.text(), count));
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return new BatchView(id, all, states, canceled);
  }
}
