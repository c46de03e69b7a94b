package io.tweestap.client.inbound;

import io.tweestap.client.http.Body;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which messages in to list; those of all conditions at once.
public final class InboundFilter extends Body<InboundFilter> {
  private InboundFilter(Map<String, @Nullable Object> fields) {
    super(fields, InboundFilter::new);
  }

  /// Without any condition.
  public static InboundFilter all() {
    return new InboundFilter(Map.of());
  }

  /// Only those of this person: the whole number in E.164 form.
  public InboundFilter from(String number) {
    return with("from", number);
  }

  /// Only those to this number of yours.
  public InboundFilter to(String number) {
    return with("to", number);
  }

  /// Only those received at this moment or later.
  public InboundFilter since(Instant since) {
    return with("since", since);
  }

  /// Only those received before this moment.
  public InboundFilter until(Instant until) {
    return with("until", until);
  }
}
