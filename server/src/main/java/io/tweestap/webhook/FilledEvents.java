package io.tweestap.webhook;

import io.tweestap.shared.TenantId;
import java.util.Optional;

/// Events of one type that carry more when they are sent than they do at rest: what is sealed in
/// its own room is opened for the moment of sending only. A room makes a bean for its type.
public interface FilledEvents {
  EventType type();

  /// The data as it is sent.
  ///
  /// @param recorded the data as it is kept, JSON
  /// @return JSON; empty when there is nothing more to say, and the recorded one is sent
  Optional<String> filled(TenantId tenant, String recorded);
}
