/// `/v1/policies`, `/v1/exemptions`, and what they mean for one user.
@NullMarked
package io.tweestap.policy.web;

import org.jspecify.annotations.NullMarked;
