package io.tweestap.client.sandbox;

import io.tweestap.client.Pages;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.List;

/// The handsets of the sandbox: what a person would read. Only of a server with the built-in
/// database.
///
/// ```java
/// tweestap
///     .sandbox()
///     .messages("+31612345678")
///     .forEach(message -> show(message.text().value()));
/// ```
public final class Sandbox {
  private final Http http;

  /// Made by the client.
  public Sandbox(Http http) {
    this.http = http;
  }

  /// What arrived on all handsets, newest first.
  public Pages<HandsetMessage> messages() {
    return http.pages(Call.of(Operation.LIST_HANDSET_MESSAGES), HandsetMessage.class);
  }

  /// What arrived on one.
  ///
  /// @param handset its E.164 number or mail address
  public Pages<HandsetMessage> messages(String handset) {
    Call call = Call.of(Operation.LIST_HANDSET_MESSAGES).query(Fields.of("to", handset));
    return http.pages(call, HandsetMessage.class);
  }

  /// The numbers and addresses that got something, the newest first, 40 at most.
  public List<Handset> handsets() {
    return http.list(Call.of(Operation.LIST_HANDSETS), Handset.class);
  }

  /// Types a message on one; it comes in as one from a real phone would.
  ///
  /// @param to the number that it is sent to; one that nobody has is taken for yours
  public void reply(String handset, String to, String text) {
    Fields body = Fields.of("from", handset).and("to", to).and("text", text);
    http.run(Call.of(Operation.REPLY_FROM_HANDSET).json(body));
  }

  /// Takes the messages off one.
  public void clear(String handset) {
    http.run(Call.of(Operation.CLEAR_HANDSETS).query(Fields.of("to", handset)));
  }

  /// Takes the messages off all.
  public void clearAll() {
    http.run(Call.of(Operation.CLEAR_HANDSETS));
  }
}
