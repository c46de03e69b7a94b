package io.tweestap.page.account;

import io.tweestap.login.enroll.Enrollments;
import org.springframework.stereotype.Component;

/// What setting up a factor takes.
@Component
record SetupParts(
    FactorBeginnings beginnings, Proving proving, Enrollments enrollments, AccountSteps steps) {}
