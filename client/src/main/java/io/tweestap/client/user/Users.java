package io.tweestap.client.user;

import io.tweestap.client.Channel;
import io.tweestap.client.Pages;
import io.tweestap.client.Problem;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Body;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import io.tweestap.client.http.Reply;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Users, by your own references.
///
/// ```java
/// UserChange anna = UserChange.empty().email("anna@example.org").groups(List.of("staff"));
/// switch (tweestap.users().put("anna", anna)) {
///   case PutOutcome.Done(User user) -> show(user.ref() + " is " + user.state());
///   case PutOutcome.BadAddress(String code, String detail) -> show(detail);
///   case PutOutcome.Closed() -> show("closed for good");
/// }
/// for (User user : tweestap.users().list(UserFilter.all().group("staff"))) {
///   show(user.ref());
/// }
/// ```
///
/// A user that the tenant does not have is a [RequestRefused] with the code `not_found`.
public final class Users {
  private final Http http;

  /// Made by the client.
  public Users(Http http) {
    this.http = http;
  }

  /// Makes the user if there is none with this reference, else changes it. Fields that are left out
  /// stay as they are.
  public PutOutcome put(String user, UserChange change) {
    return written(Call.of(Operation.PUT_USER, user).json(change));
  }

  /// Changes a user that exists.
  public PutOutcome change(String user, UserChange change) {
    return written(Call.of(Operation.CHANGE_USER, user).json(change));
  }

  private PutOutcome written(Call call) {
    return switch (http.ask(call, User.class)) {
      case Reply.Good<User>(User user) -> new PutOutcome.Done(user);
      case Reply.Bad<User>(Problem problem) ->
          switch (problem.code()) {
            case "invalid_number",
                "invalid_address",
                "country_not_allowed",
                "number_type_not_allowed" ->
                new PutOutcome.BadAddress(problem.code(), problem.detail());
            case "user_closed" -> new PutOutcome.Closed();
            default -> throw new RequestRefused(problem);
          };
    };
  }

  /// One, addresses masked. Empty when the tenant has no such user.
  public Optional<User> find(String user) {
    return http.find(Call.of(Operation.GET_USER, user), User.class);
  }

  /// One, addresses in full: it needs the scope `users:reveal` and is recorded. Empty when the
  /// tenant has no such user.
  public Optional<User> reveal(String user) {
    return http.find(
        Call.of(Operation.GET_USER, user).query(Fields.of("reveal", true)), User.class);
  }

  /// Those of the tenant, newest first, addresses masked.
  public Pages<User> list(UserFilter filter) {
    return http.pages(Call.of(Operation.LIST_USERS).query(filter), User.class);
  }

  /// Applies the good lines of a file.
  public ImportOutcome importFile(UserFile file) {
    return imported(file, Fields.none());
  }

  /// Tells what a file would do, and changes nothing.
  public ImportOutcome tryFile(UserFile file) {
    return imported(file, Fields.of("dry_run", true));
  }

  /// Applies all lines of a file, or none.
  public ImportOutcome importWholeFile(UserFile file) {
    return imported(file, Fields.of("atomic", true));
  }

  private ImportOutcome imported(UserFile file, Fields how) {
    Call call = file.in(Call.of(Operation.IMPORT_USERS).query(how)).patiently();
    return switch (http.ask(call, UserImport.class)) {
      case Reply.Good<UserImport>(UserImport report) -> new ImportOutcome.Read(report);
      case Reply.Bad<UserImport>(Problem problem)
          when problem.is("invalid_file") || problem.is("import_refused") ->
          new ImportOutcome.Refused(problem);
      case Reply.Bad<UserImport>(Problem problem) -> throw new RequestRefused(problem);
    };
  }

  /// Deletes everything that is kept about the user.
  public void erase(String user) {
    http.run(Call.of(Operation.ERASE_USER, user));
  }

  /// All that is kept about the user, for that user. It needs the scope `users:reveal` and is
  /// recorded.
  public UserExport export(String user) {
    return http.get(Call.of(Operation.EXPORT_USER, user).patiently(), UserExport.class);
  }

  /// The user cannot log in until resumed.
  public User suspend(String user, StaffAct act) {
    return acted(Operation.SUSPEND_USER, user, act);
  }

  /// Ends a suspension.
  public User resume(String user, StaffAct act) {
    return acted(Operation.RESUME_USER, user, act);
  }

  /// Ends the user for good.
  public User close(String user, StaffAct act) {
    return acted(Operation.CLOSE_USER, user, act);
  }

  /// Sets the day from which a second factor is required of this user.
  ///
  /// @param staff who wants it
  public User moveDeadline(String user, LocalDate date, String staff, String reason) {
    return acted(
        Operation.MOVE_DEADLINE,
        user,
        Fields.of("date", date).and("staff", staff).and("reason", reason));
  }

  /// Takes the user's own day away: the policies count.
  public User dropDeadline(String user, String staff, String reason) {
    return acted(Operation.MOVE_DEADLINE, user, Fields.of("staff", staff).and("reason", reason));
  }

  private User acted(Operation operation, String user, Body<?> body) {
    return http.get(Call.of(operation, user).json(body), User.class);
  }

  /// Sends a code to an address of the user, by the usual channel.
  ///
  /// @throws RequestRefused when it cannot be sent: `rate_limited`, `channel_not_available`, ...
  public AddressProof verifyAddress(String user, UUID address) {
    return http.get(
        Call.of(Operation.VERIFY_ADDRESS, user, address).json(Fields.none()), AddressProof.class);
  }

  /// The same by this channel.
  ///
  /// @throws RequestRefused when it cannot be sent: `rate_limited`, `channel_not_available`, ...
  public AddressProof verifyAddress(String user, UUID address, Channel channel) {
    Call call =
        Call.of(Operation.VERIFY_ADDRESS, user, address).json(Fields.of("channel", channel));
    return http.get(call, AddressProof.class);
  }

  /// Hands in the code that the user read there.
  public AddressOutcome confirmAddress(String user, UUID address, String code) {
    Call call = Call.of(Operation.CONFIRM_ADDRESS, user, address).json(Fields.of("code", code));
    return switch (http.ask(call, UserAddress.class)) {
      case Reply.Good<UserAddress>(UserAddress proven) -> new AddressOutcome.Confirmed(proven);
      case Reply.Bad<UserAddress>(Problem problem) ->
          switch (problem.code()) {
            case "wrong_code" -> new AddressOutcome.Wrong(problem.number("checks_left").orElse(0));
            case "already_used", "expired", "canceled", "too_many_checks" ->
                new AddressOutcome.Over(problem.code());
            default -> throw new RequestRefused(problem);
          };
    };
  }
}
