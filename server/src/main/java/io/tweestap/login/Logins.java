package io.tweestap.login;

import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorId;
import io.tweestap.login.browser.Browsers;
import io.tweestap.login.browser.Recognition;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.Users;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// The second step of a login, from the application's question to the outcome.
///
/// Begin: who is it, what can they prove, is the browser remembered; the policy decides
/// ([Deciding]); one transaction writes the login and rotates the browser's token. Challenge: a
/// code is sent or a question drawn ([ChallengeLogin]). Answer: compared, then spent and the login
/// passed in one transaction ([AnswerLogin]). Whoever has no factor yet sets one up on the way
/// ([EnrollInLogin]), after proving more than the password ([ProveAddress]). A login that passed is
/// a session.
@Service
public class Logins {
  private final Users users;
  private final Standings standings;
  private final Browsers browsers;
  private final Deciding policy;
  private final LoginWriter writer;
  private final ChallengeLogin challenges;
  private final AnswerLogin answers;

  Logins(
      Users users,
      Standings standings,
      Browsers browsers,
      Deciding policy,
      LoginWriter writer,
      ChallengeLogin challenges,
      AnswerLogin answers) {
    this.users = users;
    this.standings = standings;
    this.browsers = browsers;
    this.policy = policy;
    this.writer = writer;
    this.challenges = challenges;
    this.answers = answers;
  }

  /// Decides whether somebody who gave the right password needs a second step, and which.
  ///
  /// @param client whoever asks
  public BeginOutcome begin(TenantId tenant, NewLogin asked, String client) {
    return users
        .find(tenant, asked.user())
        .map(user -> begin(tenant, user, asked, client))
        .orElseGet(BeginOutcome.UnknownUser::new);
  }

  private BeginOutcome begin(TenantId tenant, User user, NewLogin asked, String client) {
    List<Factor> usable = standings.usable(tenant, user.id());
    return writer.inOneTransaction(() -> {
      Recognition browser = browsers.recognize(tenant, user.id(), asked.browserToken());
      Plan plan = policy.plan(tenant, user, asked, usable, browser);
      Login login = writer.write(tenant, user, asked, plan, browser, client);
      return new BeginOutcome.Begun(standings.of(tenant, login, usable, browser.next()));
    });
  }

  /// Sends a code or draws a question for one of the options. Another one can be chosen at any
  /// time.
  ///
  /// @param channel for factors with several
  /// @param clientQuestion what the user's device asks first, where it checks the server
  public LoginChallengeOutcome challenge(
      TenantId tenant,
      UUID id,
      FactorId factor,
      Optional<Channel> channel,
      Optional<String> clientQuestion) {
    return writer
        .find(tenant, id)
        .map(login -> challenges.challenge(tenant, login, factor, channel, clientQuestion))
        .orElseGet(LoginChallengeOutcome.NotFound::new);
  }

  /// Compares what was typed and, when it is right, spends it and lets the login pass, once.
  public StepOutcome answer(TenantId tenant, UUID id, NewAnswer given) {
    return answers.answer(tenant, id, given);
  }

  /// A login of the tenant, pending or over.
  public Optional<Standing> find(TenantId tenant, UUID id) {
    return writer.find(tenant, id).map(login -> standings.of(tenant, login));
  }

  /// Takes a login back; nobody can answer it any more.
  public StepOutcome cancel(TenantId tenant, UUID id) {
    return writer.cancel(tenant, id);
  }
}
