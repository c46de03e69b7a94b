package io.tweestap.audit.chain;

import io.tweestap.audit.Retention;
import io.tweestap.audit.jdbc.Ends;
import io.tweestap.audit.jdbc.StoredEvent;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// One walk along a chain, from its first link on, a row at a time.
final class Walk {
  private final Hashes hashes;
  private final TenantId tenant;
  private final Ends ends;
  private long position;
  private byte[] link;
  private long purged;

  Walk(Hashes hashes, TenantId tenant, Ends ends) {
    this.hashes = hashes;
    this.tenant = tenant;
    this.ends = ends;
    this.position = ends.firstPosition();
    this.link = ends.firstLink();
  }

  /// Steps on to a row; empty when it is the one that was put there.
  Optional<Break> step(StoredEvent event) {
    Optional<Fault> fault = fault(event);
    if (fault.isPresent()) {
      boolean gone = fault.get() == Fault.MISSING || fault.get() == Fault.CUT_OFF;
      return fault.map(found ->
          gone ? Break.at(found, position + 1) : Break.of(found, event.position(), event.id()));
    }
    position = event.position();
    link = Objects.requireNonNull(event.link()).bytes();
    purged += event.content() == null ? 1 : 0;
    return Optional.empty();
  }

  private Optional<Fault> fault(StoredEvent event) {
    if (event.position() > ends.lastPosition()) {
      return Optional.of(position < ends.lastPosition() ? Fault.CUT_OFF : Fault.BEYOND_END);
    }
    if (event.position() != position + 1) {
      return Optional.of(Fault.MISSING);
    }
    boolean linked = hashes.isLink(tenant, event, link);
    if (event.content() == null) {
      return linked ? purgedEarly(event) : Optional.of(Fault.FORGED);
    }
    boolean written = hashes.isContent(tenant, event);
    if (linked && written) {
      return Optional.empty();
    }
    return Optional.of(linked ? Fault.EDITED : written ? Fault.MOVED : Fault.FORGED);
  }

  private Optional<Fault> purgedEarly(StoredEvent event) {
    return isPurged(event) ? Optional.empty() : Optional.of(Fault.PURGED_EARLY);
  }

  /// Whether the event's content is gone because its time was over.
  boolean isPurged(StoredEvent event) {
    return event.content() == null
        && Retention.of(event.retention())
            .filter(kept -> Ids.timeOf(event.id()).isBefore(ends.purgedBefore(kept)))
            .isPresent();
  }

  /// What is wrong with the end, after the last row.
  Optional<Break> end() {
    if (position < ends.lastPosition()) {
      return Optional.of(Break.at(Fault.CUT_OFF, position + 1));
    }
    return Arrays.equals(link, ends.lastLink())
        ? Optional.empty()
        : Optional.of(Break.at(Fault.FORGED, position));
  }

  /// The position reached.
  long position() {
    return position;
  }

  /// The link reached, under no key id of its own.
  byte[] link() {
    return link;
  }

  /// Rows passed whose content is gone.
  long purged() {
    return purged;
  }
}
