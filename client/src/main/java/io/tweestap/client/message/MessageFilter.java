package io.tweestap.client.message;

import io.tweestap.client.Channel;
import io.tweestap.client.http.Body;
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

  /// Only those of this verification.
  public MessageFilter about(UUID about) {
    return with("about", about);
  }
}
