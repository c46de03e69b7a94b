package io.tweestap.delivery.receipt;

import io.tweestap.delivery.jdbc.PartCandidates;
import io.tweestap.delivery.jdbc.PartChange;
import io.tweestap.delivery.jdbc.PartFound;
import io.tweestap.delivery.jdbc.Reported;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/// Finds the part that a receipt is about: the nearest id, and of several as near ones the newest
/// message, since carriers use their ids again.
@Component
class MatchReceipts {
  private static final int NONE = Integer.MAX_VALUE;

  private final PartCandidates rows;

  MatchReceipts(PartCandidates rows) {
    this.rows = rows;
  }

  /// What each receipt changes, in their order; those of unknown messages are not in it.
  Map<Reported, PartChange> match(List<Reported> reported) {
    Map<Integer, List<PartFound>> found = rows.candidates(reported);
    Map<Reported, PartChange> matches = new LinkedHashMap<>();
    for (int place = 0; place < reported.size(); place++) {
      Reported one = reported.get(place);
      found.getOrDefault(place, List.of()).stream()
          .filter(part -> distance(one, part) != NONE)
          .min(
              Comparator.<PartFound>comparingInt(part -> distance(one, part))
                  .thenComparing(PartFound::newestFirst))
          .ifPresent(part -> matches.put(one, new PartChange(part.key(), one.receipt())));
    }
    return matches;
  }

  /// Of several receipts about one part the first final one, or else the last.
  static Collection<PartChange> onePerPart(Collection<PartChange> changes) {
    Map<PartFound.Key, PartChange> chosen = new LinkedHashMap<>();
    for (PartChange change : changes) {
      chosen.merge(
          change.key(), change, (before, now) -> before.receipt().state().isFinal() ? before : now);
    }
    return chosen.values();
  }

  private static int distance(Reported one, PartFound part) {
    OptionalInt distance =
        new CarrierId(one.receipt().carrierMessageId())
            .distance(part.carrierMessageId(), one.forms());
    return distance.orElse(NONE);
  }
}
