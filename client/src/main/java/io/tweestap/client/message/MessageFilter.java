package io.tweestap.client.message;

import io.tweestap.client.Channel;
import io.tweestap.client.http.Body;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which messages to list; those of all conditions at once.
public final class MessageFilter extends Body<MessageFilter> {
  private MessageFilter(Map<String, @Nullable Object> fields) {
    super(fields, MessageFilter::new);
  }

  /// Without any condition.
  public static MessageFilter all() {
    return new MessageFilter(Map.of());
  }

  /// Only those in this state.
  public MessageFilter state(MessageState state) {
    return with("state", state);
  }

  /// Only those of this channel.
  public MessageFilter channel(Channel channel) {
    return with("channel", channel);
  }

  /// Only those that this caused: a verification, or a batch.
  public MessageFilter about(UUID about) {
    return with("about", about);
  }

  /// Only those of this batch.
  public MessageFilter batch(UUID batch) {
    return with("batch", batch);
  }

  /// Only those to this recipient: the whole number in E.164 form, or the whole mail address.
  public MessageFilter to(String to) {
    return with("to", to);
  }

  /// Only those that were due at this moment or later: at their `send_at`, else when they were
  /// written.
  public MessageFilter since(Instant since) {
    return with("since", since);
  }

  /// Only those that were due before this moment.
  public MessageFilter until(Instant until) {
    return with("until", until);
  }
}
