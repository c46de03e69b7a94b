package io.tweestap.client.policy;

import io.tweestap.client.Problem;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import io.tweestap.client.http.Reply;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who needs a second step, since when, how often.
///
/// ```java
/// NewPolicy asked = NewPolicy.of("Staff").group("staff").requiredFrom(LocalDate.of(2027, 1, 1));
/// Preview seen =
///     tweestap
///         .policies()
///         .preview(
///             PreviewRequest.empty().date(LocalDate.of(2027, 1, 2)).policies(List.of(asked)));
/// if (seen.couldNotLogIn() == 0) {
///   tweestap.policies().create(asked);
/// }
/// ```
///
/// A policy or user that the tenant does not have is a [RequestRefused] with the code `not_found`.
public final class Policies {
  private final Http http;

  /// Made by the client.
  public Policies(Http http) {
    this.http = http;
  }

  /// All of the tenant, by name.
  public List<Policy> list() {
    return http.list(Call.of(Operation.LIST_POLICIES), Policy.class);
  }

  /// Makes one, which counts at once.
  ///
  /// @throws RequestRefused with `name_taken` or `limit_reached` as well
  public Policy create(NewPolicy policy) {
    return http.get(Call.of(Operation.CREATE_POLICY).json(policy), Policy.class);
  }

  /// One. Empty when the tenant has none with this id.
  public Optional<Policy> find(UUID policy) {
    return http.find(Call.of(Operation.GET_POLICY, policy), Policy.class);
  }

  /// Puts a whole policy in the place of the one that was read.
  public ReplaceOutcome replace(Policy seen, NewPolicy policy) {
    Call call = ifStill(seen, Call.of(Operation.REPLACE_POLICY, seen.id()).json(policy));
    return switch (http.ask(call, Policy.class)) {
      case Reply.Good<Policy>(Policy replaced) -> new ReplaceOutcome.Done(replaced);
      case Reply.Bad<Policy>(Problem problem) ->
          switch (problem.code()) {
            case "changed_meanwhile" -> new ReplaceOutcome.ChangedMeanwhile();
            case "name_taken" -> new ReplaceOutcome.NameTaken();
            default -> throw new RequestRefused(problem);
          };
    };
  }

  /// Removes the one that was read.
  ///
  /// @param staff who wants it, for the audit
  /// @throws RequestRefused with `changed_meanwhile` when it is another one by now
  public void delete(Policy seen, String staff) {
    Call call = Call.of(Operation.DELETE_POLICY, seen.id()).query(Fields.of("staff", staff));
    http.run(ifStill(seen, call));
  }

  private static Call ifStill(Policy seen, Call call) {
    return call.header("If-Match", "\"" + seen.version() + "\"");
  }

  /// What a login would decide for each user on a day, with these policies or with others. Changes
  /// nothing.
  public Preview preview(PreviewRequest request) {
    Call call = Call.of(Operation.PREVIEW_POLICIES).json(request);
    return http.get(call.patiently(), Preview.class);
  }

  /// How far the tenant is. Takes seconds where there are hundreds of thousands of users.
  public Coverage coverage() {
    return http.get(Call.of(Operation.GET_COVERAGE).patiently(), Coverage.class);
  }

  /// The same at one application.
  public Coverage coverage(String application) {
    Call call = Call.of(Operation.GET_COVERAGE).query(Fields.of("application", application));
    return http.get(call.patiently(), Coverage.class);
  }

  /// What the policies mean for a user now, with the reasons in words.
  public UserPolicy of(String user, UserPolicyQuestion question) {
    return http.get(Call.of(Operation.GET_USER_POLICY, user).query(question), UserPolicy.class);
  }
}
