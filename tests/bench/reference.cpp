// What `engine.simulate` does, written in C++ as one would for speed alone: the reference of bench_simulate.
//
// It stands for whole games that everybody plays as written, with their dice and the rows that they leave, on
// any board without devices (acts, clocks, choices of the room, what comes later...) whose effects are of the
// kinds below. No other policy, no game begun, no summary of the rows. The bench compares its rows with the
// engine's, number by number, so a change of the rules that is not made here too shows. Names and order are those of engine/rules and engine/simulate; numbers (KEPT_TOKEN...) come from
// engine/numbers as macros.

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <ctime>
#include <vector>

using std::max;
using std::min;
using i64 = int64_t;
using u64 = uint64_t;

enum { NONE, KEPT, PART, BROKEN, GIFT, VOID_, FACTS };
enum { ENDING, SUCCESS, ROUNDS_, COMMONS, ROSE, FIRST_ROSE, MADE, KEPT_ALL, MUTUAL, GIVEN, BACK, LIFTED, LIFTED_BY, DECIDED,
       ALL_GOALS, HEAD };
enum { POSTURE = 1, COST, TOKENS, TRUST };

static i64 mul(i64 x, i64 y) { return (x * y + 32768) >> 16; }
static i64 floored(i64 x, i64 y) { return x / y - (x % y < 0); }  // y above 0
static i64 quotient(i64 x, i64 y) { return floored(x * (1 << 17) + y, 2 * y); }
static i64 clip(i64 x, i64 low, i64 high) { return x < low ? low : x > high ? high : x; }
static i64 within_map(i64 x) { return clip(x, LOWEST_POSTURE, HIGHEST_POSTURE); }

struct List {
    i64* p;
    i64& operator[](i64 i) const { return p[i]; }
};
struct Table {
    i64* p;
    i64 wide;
    i64& operator()(i64 i, i64 j) const { return p[i * wide + j]; }
};
struct Block {  // [.., P, 3]
    i64* p;
    i64 wide;
    i64* operator()(i64 i, i64 j) const { return p + (i * wide + j) * 3; }
};

struct Board {
    i64 n, P, M, S, E, L, places, slots, rounds, open_rounds, gate, kappa, rho, beta;
    List goal, influence, lam, eps, start, decay, project_rows, situation_rows, condition_rows, at_end, success;
    Table worth, tokens, cost, change, project_effects, situation_effects, lifts, conditions;
    const i64* gumbel;
};

struct Room {  // a state and a record: the same fields, one after the other in one piece of memory
    i64 round, deck_at, situation;
    List s, a, s_anchor, a_anchor, s_cards, a_cards, ind, ind_before, ind_ref, open, age, done, deck, gain, bonus, total,
        situations;
    Table trust, believes, cost, placed, tokens, cond_who, cond_kind, tally;
    Block share, promised, given;
    List r_completed, r_lapsed, r_ref, r_built, r_after, r_rose, r_gain, r_bonus, r_s_before, r_a_before, r_s_anchor,
        r_a_anchor, r_s_pleased, r_a_pleased, r_a_broken, r_s_cards, r_a_cards, r_s_edge, r_a_edge, r_s_after, r_a_after;
    Table r_fact, r_unkept, r_met, r_lost, r_builders, r_worth, r_trust_acts, r_trust_cards, r_lifted, r_s_near, r_a_near;
    Block r_returned;
    i64 *record_begin, *record_end;
};

template <class Take> static void lay(const Board& b, Room& g, Take take) {
    const i64 n = b.n, P = b.P, M = b.M;
    for (List* x : {&g.s, &g.a, &g.s_anchor, &g.a_anchor, &g.s_cards, &g.a_cards, &g.gain, &g.bonus, &g.total})
        x->p = take(n);
    for (List* x : {&g.ind, &g.ind_before, &g.ind_ref}) x->p = take(M);
    for (List* x : {&g.age, &g.done, &g.deck}) x->p = take(P);
    g.open.p = take(b.places), g.situations.p = take(b.S);
    for (Table* x : {&g.trust, &g.believes}) *x = {take(n * n), n};
    for (Table* x : {&g.cost, &g.placed}) *x = {take(P * 3), 3};
    for (Table* x : {&g.cond_who, &g.cond_kind}) *x = {take(n * P), P};
    g.tokens = {take(n * 3), 3}, g.tally = {take(n * FACTS), FACTS};
    for (Block* x : {&g.share, &g.promised, &g.given}) *x = {take(n * P * 3), P};
    g.record_begin = take(0);
    for (List* x : {&g.r_gain, &g.r_bonus, &g.r_s_before, &g.r_a_before, &g.r_s_anchor, &g.r_a_anchor, &g.r_s_pleased,
                    &g.r_a_pleased, &g.r_a_broken, &g.r_s_cards, &g.r_a_cards, &g.r_s_edge, &g.r_a_edge, &g.r_s_after,
                    &g.r_a_after})
        x->p = take(n);
    for (List* x : {&g.r_ref, &g.r_built, &g.r_after}) x->p = take(M);
    for (List* x : {&g.r_completed, &g.r_lapsed}) x->p = take(P);
    g.r_rose.p = take(1), g.r_lost = {take(P * 3), 3}, g.r_returned = {take(n * P * 3), P};
    for (Table* x : {&g.r_fact, &g.r_unkept, &g.r_met, &g.r_builders, &g.r_worth}) *x = {take(n * P), P};
    for (Table* x : {&g.r_trust_acts, &g.r_trust_cards, &g.r_lifted, &g.r_s_near, &g.r_a_near}) *x = {take(n * n), n};
    g.record_end = take(0);
}

// Dice: Philox 4x64-10, as NumPy's

static void philox(u64 counter, u64 draw, u64 seed, u64 domain, u64* out) {
    u64 c[4] = {counter, draw, 0, 0}, k0 = seed, k1 = domain;
    for (int round = 0; round < 10; round++) {
        const unsigned __int128 x = (unsigned __int128)0xD2E7470EE14C6C93u * c[0];
        const unsigned __int128 y = (unsigned __int128)0xCA5A826395121157u * c[2];
        const u64 next[4] = {(u64)(y >> 64) ^ c[1] ^ k0, (u64)y, (u64)(x >> 64) ^ c[3] ^ k1, (u64)x};
        memcpy(c, next, sizeof c);
        k0 += 0x9E3779B97F4A7C15u, k1 += 0xBB67AE8584CAA73Bu;
    }
    memcpy(out, c, sizeof c);
}

using Chance = const uint16_t*;

static i64 seat(const Board& b, i64 who) { return b.P + b.S + who * (2 * b.places + 3); }
static i64 announce_noise(const Board& b, Chance c, i64 who, i64 place) { return b.gumbel[c[seat(b, who) + place] >> 6]; }
static i64 choice_noise(const Board& b, Chance c, i64 who, i64 place) {
    return b.gumbel[c[seat(b, who) + b.places + place] >> 6];
}

static void shuffle(i64* cards, i64 count, Chance c, i64 first) {
    for (i64 k = count - 1; k > 0; k--) std::swap(cards[k], cards[(i64(c[first + k]) * (k + 1)) >> 16]);
}

// Values

static i64 own_value(const Board& b, i64 who, i64 project) { return b.worth(who, project); }
static i64 commons_value(const Board& b, i64 project) { return b.change(project, b.gate) * ONE; }
static i64 sigma(const Room& g, i64 who) { return floored(g.s[who] - LOWEST_POSTURE, SPAN); }
static i64 alpha(const Room& g, i64 who) { return floored(g.a[who] - LOWEST_POSTURE, SPAN); }
static i64 trust_in(const Room& g, i64 who, i64 other) {
    return g.believes(who, other) == 1 ? floored(g.trust(who, other), PRESUPPOSED) : g.trust(who, other);
}
static i64 lacking(const Room& g, i64 project, i64 kind) {
    return max<i64>(0, g.cost(project, kind) - g.placed(project, kind));
}
static i64 lacking_all(const Room& g, i64 project) {
    return lacking(g, project, 0) + lacking(g, project, 1) + lacking(g, project, 2);
}
static i64 unpromised(const Board& b, const Room& g, i64 who, i64 project, i64 kind) {
    i64 rest = lacking(g, project, kind);
    for (i64 other = 0; other < b.n; other++)
        if (other != who) rest -= g.promised(other, project)[kind];
    return max<i64>(0, rest);
}
static i64 fit(const Board& b, const Room& g, i64 who, i64 project) {
    i64 missing = 0, useful = 0;
    for (i64 k = 0; k < 3; k++) {
        const i64 rest = unpromised(b, g, who, project, k);
        missing += rest, useful += min(g.tokens(who, k), rest);
    }
    return useful == 0 ? 0 : quotient(useful * ONE, missing * ONE);
}
static i64 wanted(const Board& b, const Room& g, i64 who, i64 project, i64 kind) {
    return min(lacking(g, project, kind), max(unpromised(b, g, who, project, kind), g.promised(who, project)[kind]));
}
static i64 sum3(const i64* x) { return x[0] + x[1] + x[2]; }
static bool looks_met(const Room& g, i64 who, i64 project) {
    const i64 other = g.cond_who(who, project);
    return other < 0 || g.promised(other, project)[g.cond_kind(who, project)] > 0;
}
static void prospect(const Board& b, const Room& g, i64 who, i64 project, i64& without, i64& with) {
    const i64 lack = lacking_all(g, project) * ONE;
    without = with = ONE;
    if (lack == 0) return;
    i64 counted[3] = {0, 0, 0}, missing = 0, mine = 0;
    for (i64 other = 0; other < b.n; other++) {
        const i64* promised = g.promised(other, project);
        if (other == who || sum3(promised) <= 0) continue;
        i64 trust = trust_in(g, who, other);
        if (!looks_met(g, other, project)) trust = floored(trust, UNMET);
        for (i64 k = 0; k < 3; k++) counted[k] += promised[k] * trust;
    }
    for (i64 k = 0; k < 3; k++) {
        const i64 rest = lacking(g, project, k) * ONE - counted[k];
        if (rest > 0) missing += rest, mine += min(g.tokens(who, k) * ONE, rest);
    }
    without = ONE - quotient(missing, lack);
    with = min(ONE, quotient(lack - missing + mine, lack));
}

// A round begins

static void take_opening(const Board& b, Room& g, const i64* row, bool situation) {
    const i64 by = row[3];
    if (row[0] == COST) {
        for (i64 place = 0; place < b.places; place++) {
            const i64 project = g.open[place], kind = row[1];
            if (project < 0 || g.cost(project, kind) == 0) continue;
            const i64 before = g.cost(project, kind);
            g.cost(project, kind) = max(before + by, g.placed(project, kind));
            if (lacking_all(g, project) == 0) g.cost(project, kind) = before;
        }
    } else if (row[0] == TOKENS) {
        g.tokens(row[1], row[2]) = max<i64>(0, g.tokens(row[1], row[2]) + by);
    } else if (situation && row[0] == POSTURE) {
        g.s_cards[row[1]] += row[3], g.a_cards[row[1]] += row[4];
    } else if (situation && row[0] == TRUST) {
        g.trust(row[1], row[2]) = clip(g.trust(row[1], row[2]) + by, LEAST_TRUST, ONE);
    } else if (situation) {
        g.ind[row[1]] = clip(g.ind[row[1]] + by, LOWEST_INDICATOR, HIGHEST_INDICATOR);
    }
}

static i64 take_card(const Board& b, Room& g, i64 least) {
    for (i64 k = g.deck_at; k < b.P; k++) {
        const i64 project = g.deck[k];
        if (project < 0) return -1;
        if (b.change(project, b.gate) < least) continue;
        for (i64 other = k; other > g.deck_at; other--) g.deck[other] = g.deck[other - 1];
        g.deck[g.deck_at++] = project;
        return project;
    }
    return -1;
}
static i64 gather(const Board& b, Room& g, i64 count, bool done) {
    for (i64 project = 0; project < b.P - 1; project++)
        if ((g.done[project] > 0) == done && std::find(g.open.p, g.open.p + b.places, project) == g.open.p + b.places)
            g.deck[count++] = project;
    return count;
}
static i64 draw(const Board& b, Room& g, Chance c, i64 least) {
    const i64 project = take_card(b, g, least);
    if (project >= 0) return project;
    std::fill_n(g.deck.p, b.P, -1);
    g.deck_at = 0;
    const i64 fresh = gather(b, g, 0, false);
    shuffle(g.deck.p, fresh, c, 0);
    const i64 whole = gather(b, g, fresh, true);
    shuffle(g.deck.p + fresh, whole - fresh, c, fresh);
    return take_card(b, g, least);
}
static void clear_project(const Board& b, Room& g, i64 project) {
    for (i64 k = 0; k < 3; k++) {
        g.placed(project, k) = 0;
        for (i64 who = 0; who < b.n; who++) g.share(who, project)[k] = 0;
    }
}
static void fill_table(const Board& b, Room& g, Chance c) {
    for (i64 place = 0; place < b.slots; place++) {
        if (g.open[place] >= 0) continue;
        bool last = true, raising = false;
        for (i64 later = place + 1; later < b.slots; later++) last = last && g.open[later] >= 0;
        for (i64 k = 0; k < b.slots; k++) raising = raising || (g.open[k] >= 0 && b.change(g.open[k], b.gate) >= RAISES);
        i64 project = last && !raising ? draw(b, g, c, RAISES) : -1;
        if (project < 0) project = draw(b, g, c, -1000);
        if (project < 0) continue;
        g.open[place] = project, g.age[project] = 0;
        clear_project(b, g, project);
    }
}
static void begin_round(const Board& b, Room& g, Chance c) {
    g.round++;
    const i64 pairs = b.n * b.P;
    std::copy_n(g.ind.p, b.M, g.ind_before.p);
    std::copy_n(b.tokens.p, b.n * 3, g.tokens.p);
    std::fill_n(g.s_cards.p, b.n, 0), std::fill_n(g.a_cards.p, b.n, 0);
    std::fill_n(g.cond_who.p, pairs, -1), std::fill_n(g.cond_kind.p, pairs, -1);
    std::fill_n(g.promised.p, pairs * 3, 0), std::fill_n(g.given.p, pairs * 3, 0);
    for (i64 k = 0; k < b.P * 3; k++) g.cost.p[k] = max(b.cost.p[k], g.placed.p[k]);
    fill_table(b, g, c);
    for (i64 project = 0; project < b.P; project++)
        if (g.done[project] > 0 && g.done[project] == g.round - 1)
            for (i64 row = b.project_rows[project]; row < b.project_rows[project + 1]; row++)
                take_opening(b, g, &b.project_effects(row, 0), false);
    if (b.S > 0) {
        g.situation = g.situations[(g.round - 1) % b.S];
        for (i64 row = b.situation_rows[g.situation]; row < b.situation_rows[g.situation + 1]; row++)
            take_opening(b, g, &b.situation_effects(row, 0), true);
    }
    std::copy_n(g.ind.p, b.M, g.ind_ref.p);
}

// Promises and secret choices

static void set_condition(const Board& b, Room& g, Chance c, i64 who, i64 project) {
    i64 needed = -1, most = 0, other = -1, part = CAUTION_ANNOUNCED;
    for (i64 k = 0; k < 3; k++)
        if (g.tokens(who, k) == 0 && lacking(g, project, k) > most) needed = k, most = lacking(g, project, k);
    if (needed < 0) return;
    most = 0;
    for (i64 k = 0; k < b.n; k++)
        if (k != who && g.promised(k, project)[needed] > most) other = k, most = g.promised(k, project)[needed];
    if (other < 0) {
        part = CAUTION_SILENT;
        for (i64 k = 0; k < b.n; k++)
            if (k != who && g.tokens(k, needed) > most) other = k, most = g.tokens(k, needed);
    }
    if (other >= 0 && c[seat(b, who) + 2 * b.places + 2] < floored(ONE - trust_in(g, who, other), part))
        g.cond_who(who, project) = other, g.cond_kind(who, project) = needed;
}
static void announce(const Board& b, Room& g, Chance c, i64 who) {
    if (c[seat(b, who) + 2 * b.places + 1] < mul(SILENCE, alpha(g, who))) return;
    i64 best = 0, at = -1;
    for (i64 place = 0; place < b.places; place++) {
        const i64 project = g.open[place];
        const i64 share = project < 0 ? 0 : fit(b, g, who, project);
        if (share <= 0) continue;
        const i64 heart = mul(b.beta, sigma(g, who) + HEART_ALOUD);
        const i64 worth = own_value(b, who, project) + mul(heart, commons_value(b, project));
        const i64 weight = FIT_LEAST + mul(FIT_MOST, share);
        const i64 value = mul(worth, weight) + announce_noise(b, c, who, place);
        if (at < 0 || value > best) best = value, at = place;
    }
    if (at < 0) return;
    const i64 project = g.open[at];
    for (i64 k = 0; k < 3; k++) g.promised(who, project)[k] = min(g.tokens(who, k), unpromised(b, g, who, project, k));
    set_condition(b, g, c, who, project);
}
static i64 of_use(const i64* useful, const i64* left) {
    return min(useful[0], left[0]) + min(useful[1], left[1]) + min(useful[2], left[2]);
}
static void decide_gifts(const Board& b, Room& g, Chance c, i64 who, i64* worth, i64* complete, i64* useful) {
    i64 left[3] = {g.tokens(who, 0), g.tokens(who, 1), g.tokens(who, 2)}, hope = HOPE;
    for (i64 place = 0; place < b.places; place++) {
        if (g.open[place] < 0) continue;
        i64 without;
        prospect(b, g, who, g.open[place], without, complete[place]);
        hope += floored(mul(without, commons_value(b, g.open[place])), HOPE_POINTS);
    }
    hope = clip(hope, 0, ONE);
    const i64 keeping = KEEPING * alpha(g, who) + KEEPING_LEAST + choice_noise(b, c, who, b.places);
    for (i64 place = 0; place < b.places; place++) {
        worth[place] = keeping;
        const i64 project = g.open[place];
        if (project < 0) continue;
        const i64 common = commons_value(b, project);
        const i64 counts = common > 0 && complete[place] > hope ? complete[place] : hope;
        const i64 heart = mul(mul(b.beta, sigma(g, who)), common);
        i64 value = mul(mul(own_value(b, who, project), counts) + heart, complete[place]);
        if (sum3(g.promised(who, project)) > 0 && looks_met(g, who, project))
            value += (((sigma(g, who) - alpha(g, who)) * LOYALTY) >> 16) + LOYALTY_ALL;
        worth[place] = value + choice_noise(b, c, who, place);
        for (i64 k = 0; worth[place] > keeping && k < 3; k++) useful[3 * place + k] = wanted(b, g, who, project, k);
    }
    for (i64 turn = 0; turn < b.places; turn++) {
        i64 best = keeping, chosen = -1;
        for (i64 place = 0; place < b.places; place++)
            if (worth[place] > best && of_use(&useful[3 * place], left) > 0) best = worth[place], chosen = place;
        if (chosen < 0) return;
        worth[chosen] = keeping;
        i64* given = g.given(who, g.open[chosen]);
        for (i64 k = 0; k < 3; k++) given[k] = min(left[k], useful[3 * chosen + k]), left[k] -= given[k];
    }
}

// The reveal

static i64 fact(const Room& g, i64 who, i64 project) {
    const i64 promised = sum3(g.promised(who, project)), gave = sum3(g.given(who, project));
    if (promised == 0) return gave > 0 ? GIFT : NONE;
    const i64 other = g.cond_who(who, project);
    if (other >= 0) {
        const bool met = g.given(other, project)[g.cond_kind(who, project)] > 0;
        g.r_met(who, project) = met ? 1 : -1;
        if (!met) return gave > 0 ? GIFT : VOID_;
    }
    i64 held = 0;
    for (i64 k = 0; k < 3; k++) held += min(g.promised(who, project)[k], g.given(who, project)[k]);
    g.r_unkept(who, project) = ((promised - held) << 16) / promised;
    return held == promised ? KEPT : held > 0 ? PART : BROKEN;
}
static void establish_facts(const Board& b, Room& g) {
    for (i64 who = 0; who < b.n; who++) {
        bool any = false;
        for (i64 place = 0; place < b.places; place++) {
            const i64 project = g.open[place];
            if (project < 0) continue;
            const i64 found = g.r_fact(who, project) = fact(g, who, project);
            if (found != NONE) g.tally(who, found)++, any = true;
        }
        if (!any) g.tally(who, NONE)++;
    }
}
static bool rides_free(const Board& b, const Room& g, i64 who) {
    bool able = false;
    for (i64 place = 0; place < b.places; place++) {
        const i64 project = g.open[place];
        if (project < 0) continue;
        if (g.r_fact(who, project) != NONE) return false;
        for (i64 k = 0; k < 3; k++) able = able || min(g.tokens(who, k), lacking(g, project, k)) > 0;
    }
    return able;
}
static void learn_from_acts(const Board& b, Room& g) {
    for (i64 place = 0; place < b.places; place++) {
        const i64 project = g.open[place];
        if (project < 0) continue;
        for (i64 other = 0; other < b.n; other++) {
            const i64 found = g.r_fact(other, project);
            if (found == NONE) continue;
            for (i64 who = 0; who < b.n; who++) {
                if (who == other) continue;
                const i64 before = g.trust(who, other);
                i64 after = before;
                if (found == KEPT) after += mul(KEPT_GAIN, ONE - before);
                else if (found == GIFT) after += mul(GIFT_GAIN, ONE - before);
                else if (found != VOID_) after = mul(before, ONE - mul(BROKEN_LOSS, g.r_unkept(other, project)));
                after = clip(after, LEAST_TRUST, ONE);
                g.trust(who, other) = after, g.r_trust_acts(who, other) += after - before;
            }
        }
    }
    for (i64 other = 0; other < b.n; other++) {
        if (!rides_free(b, g, other)) continue;
        for (i64 who = 0; who < b.n; who++) {
            i64 gave = 0;
            for (i64 k = 0; k < b.P * 3; k++) gave += g.given(who, 0)[k];
            if (who == other || gave == 0) continue;
            const i64 before = g.trust(who, other);
            const i64 after = max(LEAST_TRUST, mul(before, ONE - FREE_RIDE_LOSS));
            g.trust(who, other) = after, g.r_trust_acts(who, other) += after - before;
        }
    }
}
static void resent_broken_words(const Board& b, Room& g) {
    for (i64 place = 0; place < b.places; place++) {
        const i64 project = g.open[place];
        if (project < 0) continue;
        i64 broken = 0;
        for (i64 other = 0; other < b.n; other++) broken += g.r_fact(other, project) == BROKEN;
        for (i64 who = 0; broken > 0 && who < b.n; who++)
            if (own_value(b, who, project) >= INTEREST)
                g.r_a_broken[who] += BROKEN_WORD * (broken - (g.r_fact(who, project) == BROKEN));
    }
}
static void give_back(const Board& b, Room& g, i64 project, i64 kind) {
    i64 most = 0, giver = -1;
    for (i64 k = 0; k < b.n; k++) {
        const i64 who = (k + g.round) % b.n, net = g.given(who, project)[kind] - g.r_returned(who, project)[kind];
        if (net > most) most = net, giver = who;
    }
    g.r_returned(giver, project)[kind]++, g.share(giver, project)[kind]--, g.placed(project, kind)--;
}
static void place_and_keep(const Board& b, Room& g) {
    for (i64 place = 0; place < b.places; place++) {
        const i64 project = g.open[place];
        if (project < 0) continue;
        for (i64 k = 0; k < 3; k++) {
            for (i64 who = 0; who < b.n; who++) {
                const i64 given = g.given(who, project)[k];
                g.placed(project, k) += given, g.share(who, project)[k] += given;
            }
            while (g.placed(project, k) > g.cost(project, k)) give_back(b, g, project, k);
        }
    }
    for (i64 who = 0; who < b.n; who++) {
        i64 kept = sum3(&g.tokens(who, 0));
        for (i64 place = 0; place < b.places; place++)
            if (g.open[place] >= 0) kept += sum3(g.r_returned(who, g.open[place])) - sum3(g.given(who, g.open[place]));
        g.r_bonus[who] = kept * KEPT_TOKEN;
    }
}
static void complete_projects(const Board& b, Room& g) {
    for (i64 place = 0; place < b.places; place++) {
        const i64 project = g.open[place];
        if (project < 0 || lacking_all(g, project) > 0) continue;
        g.r_completed[project] = 1, g.done[project] = g.round;
        for (i64 who = 0; who < b.n; who++) {
            g.r_builders(who, project) = sum3(g.share(who, project));
            g.r_gain[who] += g.r_worth(who, project) = own_value(b, who, project);
        }
        for (i64 m = 0; m < b.M; m++) g.r_built[m] += b.change(project, m);
        g.open[place] = -1;
        clear_project(b, g, project);
    }
}
static void move_indicators(const Board& b, Room& g) {
    for (i64 m = 0; m < b.M; m++) {
        g.r_ref[m] = g.ind_ref[m];
        g.r_after[m] = g.ind[m] = clip(g.ind[m] + g.r_built[m] + b.decay[m], LOWEST_INDICATOR, HIGHEST_INDICATOR);
    }
    g.r_rose[0] = g.ind[b.gate] > g.ind_ref[b.gate];
    for (i64 who = 0; who < b.n; who++) {
        if (!g.r_rose[0]) g.r_gain[who] = 0;
        g.gain[who] = g.r_gain[who], g.bonus[who] = g.r_bonus[who];
        g.total[who] += g.r_gain[who] + g.r_bonus[who];
    }
}
static void take_effects(const Board& b, Room& g) {
    for (i64 project = 0; project < b.P; project++) {
        if (!g.r_completed[project]) continue;
        for (i64 at = b.project_rows[project]; at < b.project_rows[project + 1]; at++) {
            const i64* row = &b.project_effects(at, 0);
            if (row[0] == POSTURE) g.r_s_cards[row[1]] += row[3], g.r_a_cards[row[1]] += row[4];
            if (row[0] != TRUST) continue;
            const i64 before = g.trust(row[1], row[2]);
            g.trust(row[1], row[2]) = clip(before + row[3], LEAST_TRUST, ONE);
            g.r_trust_cards(row[1], row[2]) += g.trust(row[1], row[2]) - before;
        }
    }
}
static void lift(Room& g, i64 who, i64 other) {
    if (g.believes(who, other) == 1) g.believes(who, other) = 0, g.r_lifted(who, other) = 1;
}
static void learn_from_works(const Board& b, Room& g) {
    for (i64 project = 0; project < b.P; project++) {
        if (!g.r_completed[project]) continue;
        for (i64 who = 0; who < b.n; who++)
            for (i64 other = 0; g.r_fact(who, project) == KEPT && other < b.n; other++)
                if (g.r_fact(other, project) == KEPT) lift(g, who, other);
    }
    for (i64 row = 0; row < b.L; row++)
        if (g.r_completed[b.lifts(row, 0)]) lift(g, b.lifts(row, 1), b.lifts(row, 2));
}
static void near_terms(const Board& b, Room& g, i64 who) {
    const i64 reach = SPAN * b.eps[who];
    i64 total = 0;
    for (i64 other = 0; other < b.n; other++) {
        const bool far = std::abs(g.s[other] - g.s[who]) > reach || std::abs(g.a[other] - g.a[who]) > reach;
        total += g.r_s_near(who, other) = far ? 0 : trust_in(g, who, other) * max<i64>(1, b.influence[other]);
    }
    for (i64 other = 0; other < b.n; other++) {
        const i64 weight = g.r_s_near(who, other);
        g.r_s_near(who, other) = g.r_a_near(who, other) = 0;
        if (weight <= 0 || other == who) continue;
        g.r_s_near(who, other) = mul(b.lam[who], quotient(weight * (g.s[other] - g.s[who]), total * ONE));
        g.r_a_near(who, other) = mul(b.lam[who], quotient(weight * (g.a[other] - g.a[who]), total * ONE));
    }
}
static void move_postures(const Board& b, Room& g) {
    for (i64 who = 0; who < b.n; who++) {
        g.r_s_before[who] = g.s[who], g.r_a_before[who] = g.a[who];
        g.r_s_cards[who] += g.s_cards[who], g.r_a_cards[who] += g.a_cards[who];
        near_terms(b, g, who);
        g.r_s_anchor[who] = mul(ONE - b.lam[who], g.s_anchor[who] - g.s[who]);
        g.r_a_anchor[who] = mul(ONE - b.lam[who], g.a_anchor[who] - g.a[who]);
        const i64 shut = g.r_rose[0] ? 0 : GATE_SHUT, pleased = clip(floored(g.r_gain[who], SATISFYING) + shut, -ONE, ONE);
        g.r_s_pleased[who] = mul(b.kappa, pleased), g.r_a_pleased[who] = -mul(b.kappa, pleased);
    }
    for (i64 who = 0; who < b.n; who++) {
        i64 s = g.r_s_before[who] + g.r_s_anchor[who] + g.r_s_pleased[who] + g.r_s_cards[who];
        i64 a = g.r_a_before[who] + g.r_a_anchor[who] + g.r_a_pleased[who] + g.r_a_cards[who] + g.r_a_broken[who];
        for (i64 other = 0; other < b.n; other++) s += g.r_s_near(who, other), a += g.r_a_near(who, other);
        g.r_s_after[who] = g.s[who] = within_map(s), g.r_a_after[who] = g.a[who] = within_map(a);
        g.r_s_edge[who] = g.s[who] - s, g.r_a_edge[who] = g.a[who] - a;
        g.s_anchor[who] += mul(b.rho, g.s[who] - g.s_anchor[who]);
        g.a_anchor[who] += mul(b.rho, g.a[who] - g.a_anchor[who]);
    }
}
static void lapse(const Board& b, Room& g) {
    for (i64 place = 0; place < b.places; place++) {
        const i64 project = g.open[place];
        if (project < 0 || ++g.age[project] < b.open_rounds) continue;
        g.r_lapsed[project] = 1;
        for (i64 k = 0; k < 3; k++) g.r_lost(project, k) = g.placed(project, k);
        g.open[place] = -1;
        clear_project(b, g, project);
    }
}
static void reveal(const Board& b, Room& g) {
    std::fill(g.record_begin, g.record_end, 0);
    establish_facts(b, g);
    learn_from_acts(b, g);
    resent_broken_words(b, g);
    place_and_keep(b, g);
    complete_projects(b, g);
    move_indicators(b, g);
    take_effects(b, g);
    learn_from_works(b, g);
    move_postures(b, g);
    lapse(b, g);
}

// Endings and whole games

static i64 mutual_trust(const Board& b, const Room& g) {
    i64 total = 0;
    for (i64 who = 0; who < b.n; who++)
        for (i64 other = 0; other < b.n; other++)
            if (who != other) total += trust_in(g, who, other);
    return floored(total, b.n * (b.n - 1));
}
static bool simple(const Board& b, const Room& g, i64 operation, i64 of, i64 bound) {
    if (operation == 0) return g.ind[of] - b.start[of] >= bound;
    if (operation == 1) return g.ind[of] >= bound;
    if (operation == 2) return g.ind[of] < bound;
    if (operation == 3) return mutual_trust(b, g) * 100 >= bound << 16;
    i64 kept = 0, made = 0;
    for (i64 who = 0; who < b.n; who++)
        kept += g.tally(who, KEPT), made += g.tally(who, KEPT) + g.tally(who, PART) + g.tally(who, BROKEN);
    return made > 0 && 100 * kept >= bound * made;
}
static i64 ending(const Board& b, const Room& g, i64* stack) {
    for (i64 which = 0; which < b.E; which++) {
        if (b.at_end[which] == 1 && g.round < b.rounds) continue;
        const i64 first = b.condition_rows[which], end = b.condition_rows[which + 1];
        i64 top = 0;
        for (i64 row = first; row < end; row++) {
            const i64 operation = b.conditions(row, 0), parts = b.conditions(row, 1);
            if (operation < 5) {
                stack[top++] = simple(b, g, operation, parts, b.conditions(row, 2));
                continue;
            }
            i64 held = 0;
            for (i64 k = 0; k < parts; k++) held += stack[--top];
            stack[top++] = held >= (operation == 5 ? parts : 1);
        }
        if (first == end || stack[0] == 1) return which;
    }
    return -1;
}
static void finish_round(const Board& b, Room& g, i64* row, i64* stack) {
    i64* counts = row + HEAD + b.M + 2 * b.n;
    i64 most = 0, ahead = -1;
    for (i64 place = 0; place < b.places; place++) {
        const i64 project = g.open[place];
        if (project < 0) continue;
        counts[project]++;
        i64 tokens = 0;
        for (i64 who = 0; who < b.n; who++) tokens += sum3(g.given(who, project));
        row[GIVEN] += tokens;
        if (tokens > most) most = tokens, ahead = project;
    }
    if (ahead >= 0) counts[b.P + ahead]++;
    reveal(b, g);
    for (i64 k = 0; k < b.n * b.P * 3; k++) row[BACK] += g.r_returned.p[k];
    for (i64 k = 0; k < b.n * b.n; k++) row[LIFTED] += g.r_lifted.p[k];
    for (i64 k = 0; k < b.L; k++)
        if (g.r_completed[b.lifts(k, 0)]) row[LIFTED_BY] += g.r_lifted(b.lifts(k, 1), b.lifts(k, 2));
    for (i64 project = 0; project < b.P; project++) counts[2 * b.P + project] += g.r_completed[project];
    if (b.S > 0) counts[3 * b.P + g.situation]++;
    row[ROUNDS_]++, row[ROSE] += g.r_rose[0];
    if (row[ROUNDS_] == 1) row[FIRST_ROSE] = g.r_rose[0];
    row[ENDING] = ending(b, g, stack);
}
static void close_game(const Board& b, const Room& g, i64* row) {
    if (row[ENDING] >= 0) row[SUCCESS] = b.success[row[ENDING]];
    row[ALL_GOALS] = 1;
    row[COMMONS] = g.ind[b.gate], row[MUTUAL] = mutual_trust(b, g);
    for (i64 m = 0; m < b.M; m++) row[HEAD + m] = g.ind[m];
    for (i64 who = 0; who < b.n; who++) {
        row[KEPT_ALL] += g.tally(who, KEPT);
        row[MADE] += g.tally(who, KEPT) + g.tally(who, PART) + g.tally(who, BROKEN);
        row[HEAD + b.M + who] = g.total[who];
        row[HEAD + b.M + b.n + who] = g.total[who] >= b.goal[who];
        row[ALL_GOALS] &= g.total[who] >= b.goal[who];
    }
}

// Play games 0 to `games` of a seed's stream, in this thread, into out[games, width]; `start` is a state before
// the first round, in the order of `lay`, and `sizes` and `fields` are a board in the order of `Board` above.
// Returns the seconds of processor.
extern "C" double play(const i64* sizes, i64* const* fields, const i64* gumbel, const i64* start, i64 games, u64 seed,
                       u64 domain, i64 width, i64* out) {
    const clock_t began = clock();
    Board b;
    memcpy(&b, sizes, 14 * sizeof(i64));
    i64* const* next = fields;
    for (List* x : {&b.goal, &b.influence, &b.lam, &b.eps, &b.start, &b.decay, &b.project_rows, &b.situation_rows,
                    &b.condition_rows, &b.at_end, &b.success})
        x->p = *next++;
    b.worth = {*next++, b.P}, b.tokens = {*next++, 3}, b.cost = {*next++, 3}, b.change = {*next++, b.M};
    b.project_effects = {*next++, 5}, b.situation_effects = {*next++, 5};
    b.lifts = {*next++, 3}, b.conditions = {*next++, 3};
    b.gumbel = gumbel;
    Room g;
    i64 size = 0;
    lay(b, g, [&](i64 k) { return size += k, (i64*)nullptr; });
    std::vector<i64> words(size), worth(b.places), complete(b.places), useful(3 * b.places),
        stack(b.condition_rows[b.E] + 1);
    i64* at = words.data();
    lay(b, g, [&](i64 k) { return at += k, at - k; });
    const i64 steps = (seat(b, b.n) + 15) / 16, kept = g.record_begin - words.data();
    std::vector<u64> dice((b.rounds + 1) * steps * 4);
    for (i64 game = 0; game < games; game++) {
        for (i64 k = 0; k < (b.rounds + 1) * steps; k++)
            philox(game * (b.rounds + 1) * steps + k + 1, 0, seed, domain, &dice[4 * k]);
        Chance c = (Chance)dice.data();
        i64* row = out + game * width;
        std::copy_n(start, kept, words.data());
        std::fill_n(row, width, 0);
        g.round = g.deck_at = 0, g.situation = row[ENDING] = -1;
        shuffle(g.deck.p, b.P - 1, c, 0);
        shuffle(g.situations.p, b.S, c, b.P);
        while (row[ENDING] < 0 && g.round < b.rounds) {
            c += steps * 16;
            begin_round(b, g, c);
            for (i64 who = 0; who < b.n; who++) announce(b, g, c, who);
            for (i64 who = 0; who < b.n; who++) decide_gifts(b, g, c, who, worth.data(), complete.data(), useful.data());
            finish_round(b, g, row, stack.data());
        }
        close_game(b, g, row);
    }
    return double(clock() - began) / CLOCKS_PER_SEC;
}
