import type { EndpointName } from "@talent/shared/contract/index";
import { accountIdOf, createAccounts, openidsOf, type AccountsFeature } from "./features/accounts/index";
import { createAppointments } from "./features/appointments/index";
import { createAudit } from "./features/audit/index";
import { createCalendars } from "./features/calendars/index";
import { createCatalogue } from "./features/catalogue/index";
import { createComplaints } from "./features/complaints/index";
import { createCounters } from "./features/counters/index";
import { connectSources, createCycles } from "./features/cycles/index";
import { createEmployers } from "./features/employers/index";
import { createNotices, unreadNotices } from "./features/notices/index";
import { createPosts } from "./features/posts/index";
import { createRequests } from "./features/requests/index";
import { createService } from "./features/service/index";
import { createTalentCode, scanForIntake } from "./features/talent-code/index";
import { bindTalentAccount, createTalents, matchTalent, ownTalent } from "./features/talents/index";
import { scopes } from "./scopes";
import type { Handlers } from "./platform/http/handler";
import type { FeatureParts, Platform } from "./platform/platform";

/** Every feature of the product, put together. */
export interface Features {
  parts: readonly FeatureParts<never>[];
  handlers: Handlers<EndpointName>;
  authenticate: AccountsFeature["authenticate"];
}

/** Makes the features and gives each what it needs of the others. */
export function createFeatures(platform: Platform): Features {
  const accounts = createAccounts(platform, {
    talents: {
      ownTalent,
      findByNumbers: (numbers) => matchTalent(platform.keyring, numbers),
      bindAccount: bindTalentAccount,
    },
    unreadNotices,
    scopes,
  });
  const audit = createAudit();
  const talents = createTalents(platform);
  const catalogue = createCatalogue();
  const requests = createRequests(platform, { scanForIntake });
  const posts = createPosts(platform, requests.ofPosts);
  const complaints = createComplaints(platform);
  const cycles = createCycles(platform, { sources: connectSources(platform) });
  const service = createService(platform);
  const calendars = createCalendars(platform, { moves: requests.dueMoves });
  const talentCode = createTalentCode(platform, { endSessions: accounts.endSessions });
  const counters = createCounters(platform, { scanForIntake });
  const appointments = createAppointments(platform);
  const notices = createNotices(platform, {
    openidsOf,
    accountIdOf,
    outboxes: [requests, complaints, posts, counters, appointments, cycles].flatMap(
      (part) => part.outboxes ?? [],
    ),
  });
  return {
    parts: [
      accounts,
      createEmployers(),
      audit,
      talents,
      catalogue,
      requests,
      posts,
      complaints,
      cycles,
      service,
      calendars,
      talentCode,
      notices,
      counters,
      appointments,
    ],
    handlers: {
      ...accounts.handlers,
      ...audit.handlers,
      ...talents.handlers,
      ...catalogue.handlers,
      ...requests.handlers,
      ...posts.handlers,
      ...complaints.handlers,
      ...cycles.handlers,
      ...service.handlers,
      ...calendars.handlers,
      ...talentCode.handlers,
      ...notices.handlers,
      ...counters.handlers,
      ...appointments.handlers,
    },
    authenticate: accounts.authenticate,
  };
}
