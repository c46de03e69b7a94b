package io.tweestap.client.inbound;

import io.tweestap.client.Pages;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.UUID;

/// Who wants no messages.
///
/// ```java
/// OptOut stopped = tweestap.optOuts().add("+31612345671");
/// ```
public final class OptOuts {
  private final Http http;

  /// Made by the client.
  public OptOuts(Http http) {
    this.http = http;
  }

  /// All of the tenant, newest first, numbers masked.
  public Pages<OptOut> list() {
    return http.pages(Call.of(Operation.LIST_OPT_OUTS), OptOut.class);
  }

  /// Those of a whole number.
  public Pages<OptOut> list(String number) {
    Call call = Call.of(Operation.LIST_OPT_OUTS).query(Fields.of("number", number));
    return http.pages(call, OptOut.class);
  }

  /// Enters a number that wants nothing from any sender; the same once more changes nothing.
  public OptOut add(String number) {
    return add(Fields.of("number", number));
  }

  /// Enters a number that wants nothing from one number of yours.
  public OptOut add(String number, String sender) {
    return add(Fields.of("number", number).and("sender", sender));
  }

  private OptOut add(Fields body) {
    return http.get(Call.of(Operation.ADD_OPT_OUT).json(body), OptOut.class);
  }

  /// Takes one away.
  ///
  /// @param reason stands in the audit trail
  /// @throws RequestRefused with `not_found` when the tenant has none with this id
  public void remove(UUID optOut, String reason) {
    http.run(Call.of(Operation.REMOVE_OPT_OUT, optOut).query(Fields.of("reason", reason)));
  }

  /// What counts for the tenant.
  public OptOutSettings settings() {
    return http.get(Call.of(Operation.GET_OPT_OUT_SETTINGS), OptOutSettings.class);
  }

  /// Chooses all of it anew.
  public OptOutSettings putSettings(OptOutSettings settings) {
    Fields body =
        Fields.of("codes_exempt", settings.codesExempt())
            .and("answers", settings.answers())
            .and("languages", settings.languages());
    return http.get(Call.of(Operation.PUT_OPT_OUT_SETTINGS).json(body), OptOutSettings.class);
  }
}
