package io.tweestap.webhook.send;

import io.tweestap.webhook.RecordedEvent;
import io.tweestap.webhook.SealedSecret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A delivery that this node may attempt once, until its lease ends.
///
/// @param attempt 1 for the first
/// @param until end of the lease; also its mark: a delivery claimed anew has a later one
/// @param target null when the endpoint or the event is gone, or the endpoint disabled
record Claimed(
    EndpointKey endpoint, UUID event, int attempt, Instant until, @Nullable Target target) {
  /// What is sent, where to, and what it is signed with.
  record Target(String url, RecordedEvent event, List<SealedSecret> secrets) {}
}
