package io.tweestap.client.settings;

import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import java.util.List;

/// What the tenant chose, and numbers with a fixed code for tests.
///
/// ```java
/// Settings before = tweestap.settings().get();
/// tweestap.settings().change(SettingsChange.empty().supportContact("room 2.14"));
/// tweestap.settings().putTestNumber("+31600000001", "123456");
/// ```
public final class TenantSettings {
  private final Http http;

  /// Made by the client.
  public TenantSettings(Http http) {
    this.http = http;
  }

  /// The settings.
  public Settings get() {
    return http.get(Call.of(Operation.GET_SETTINGS), Settings.class);
  }

  /// Changes what is in the change and leaves the rest.
  ///
  /// @throws RequestRefused with `invalid_field` when a value is not allowed
  public Settings change(SettingsChange change) {
    return http.get(Call.of(Operation.CHANGE_SETTINGS).json(change), Settings.class);
  }

  /// How the pages for your users look, and where they may lead back to.
  public PageSettings pages() {
    return http.get(Call.of(Operation.GET_PAGE_SETTINGS), PageSettings.class);
  }

  /// Changes what is in the change and leaves the rest.
  ///
  /// @throws RequestRefused with `invalid_field` when a value is not allowed
  public PageSettings changePages(PageSettingsChange change) {
    return http.get(Call.of(Operation.CHANGE_PAGE_SETTINGS).json(change), PageSettings.class);
  }

  /// All numbers with a fixed code.
  public List<TestNumber> testNumbers() {
    return http.list(Call.of(Operation.LIST_TEST_NUMBERS), TestNumber.class);
  }

  /// Gives a number a fixed code. Nothing is ever sent to it.
  ///
  /// @param number in E.164 form
  /// @throws RequestRefused with `limit_reached` when there are 50
  public TestNumber putTestNumber(String number, String code) {
    return http.get(
        Call.of(Operation.PUT_TEST_NUMBER, number).json(Fields.of("code", code)), TestNumber.class);
  }

  /// The number is an ordinary one again.
  ///
  /// @throws RequestRefused with `not_found` when it was one
  public void removeTestNumber(String number) {
    http.run(Call.of(Operation.REMOVE_TEST_NUMBER, number));
  }
}
