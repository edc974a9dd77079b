// Knows the emoji shortcodes that a bot or its users would write; others stay as they are typed.

const CHARACTERS = {
  "+1": "👍", "-1": "👎", thumbsup: "👍", thumbsdown: "👎", clap: "👏", raised_hands: "🙌", pray: "🙏",
  wave: "👋", muscle: "💪", handshake: "🤝", ok_hand: "👌", point_right: "👉", point_left: "👈",
  point_up: "☝️", point_down: "👇", writing_hand: "✍️", eyes: "👀", brain: "🧠", speaking_head_in_silhouette: "🗣️",
  smile: "😄", smiley: "😃", slightly_smiling_face: "🙂", blush: "😊", grinning: "😀", joy: "😂", wink: "😉",
  sunglasses: "😎", thinking_face: "🤔", sweat_smile: "😅", cry: "😢", sob: "😭", scream: "😱",
  partying_face: "🥳", star_struck: "🤩", shrug: "🤷", face_palm: "🤦", exploding_head: "🤯",
  neutral_face: "😐", confused: "😕", rage: "😡", nerd_face: "🤓", robot_face: "🤖", ghost: "👻",
  heart: "❤️", orange_heart: "🧡", yellow_heart: "💛", green_heart: "💚", blue_heart: "💙", purple_heart: "💜",
  broken_heart: "💔", 100: "💯", fire: "🔥", sparkles: "✨", star: "⭐", star2: "🌟", zap: "⚡", boom: "💥",
  tada: "🎉", confetti_ball: "🎊", gift: "🎁", trophy: "🏆", medal: "🏅", sports_medal: "🏅",
  first_place_medal: "🥇", second_place_medal: "🥈", third_place_medal: "🥉", crown: "👑", dart: "🎯",
  rocket: "🚀", chart_with_upwards_trend: "📈", chart_with_downwards_trend: "📉", bar_chart: "📊",
  arrow_up: "⬆️", arrow_down: "⬇️", arrow_right: "➡️", arrow_left: "⬅️", arrow_upper_right: "↗️",
  arrow_lower_right: "↘️", arrow_up_down: "↕️", small_red_triangle: "🔺", small_red_triangle_down: "🔻",
  arrows_counterclockwise: "🔄", repeat: "🔁", white_check_mark: "✅", heavy_check_mark: "✔️",
  ballot_box_with_check: "☑️", x: "❌", no_entry: "⛔", no_entry_sign: "🚫", warning: "⚠️", question: "❓",
  grey_question: "❔", exclamation: "❗", bangbang: "‼️", heavy_plus_sign: "➕", heavy_minus_sign: "➖",
  information_source: "ℹ️", bulb: "💡", mag: "🔍", mag_right: "🔎", lock: "🔒", unlock: "🔓", key: "🔑",
  closed_lock_with_key: "🔐", shield: "🛡️", gear: "⚙️", wrench: "🔧", hammer: "🔨", link: "🔗",
  paperclip: "📎", pushpin: "📌", round_pushpin: "📍", memo: "📝", pencil: "📝", pencil2: "✏️",
  clipboard: "📋", page_facing_up: "📄", scroll: "📜", book: "📖", books: "📚", newspaper: "📰",
  bookmark: "🔖", label: "🏷️", file_folder: "📁", open_file_folder: "📂", inbox_tray: "📥",
  outbox_tray: "📤", package: "📦", email: "📧", envelope: "✉️", incoming_envelope: "📨", bell: "🔔",
  no_bell: "🔕", mega: "📣", loudspeaker: "📢", speech_balloon: "💬", thought_balloon: "💭",
  calendar: "📅", date: "📅", spiral_calendar_pad: "🗓️", clock1: "🕐", clock9: "🕘", alarm_clock: "⏰",
  stopwatch: "⏱️", hourglass: "⌛", hourglass_flowing_sand: "⏳", busts_in_silhouette: "👥",
  bust_in_silhouette: "👤", family: "👪", office: "🏢", briefcase: "💼", moneybag: "💰", seedling: "🌱",
  herb: "🌿", evergreen_tree: "🌲", sunny: "☀️", partly_sunny: "⛅", cloud: "☁️", umbrella: "☔", rainbow: "🌈",
  snowflake: "❄️", earth_africa: "🌍", earth_americas: "🌎", globe_with_meridians: "🌐", coffee: "☕",
  beer: "🍺", pizza: "🍕", cake: "🍰", red_circle: "🔴", large_orange_circle: "🟠", large_yellow_circle: "🟡",
  large_green_circle: "🟢", large_blue_circle: "🔵", large_purple_circle: "🟣", white_circle: "⚪",
  black_circle: "⚫", large_green_square: "🟩", large_yellow_square: "🟨", large_red_square: "🟥",
  white_large_square: "⬜", black_small_square: "▪️", white_small_square: "▫️", one: "1️⃣", two: "2️⃣",
  three: "3️⃣", four: "4️⃣", five: "5️⃣", six: "6️⃣", seven: "7️⃣", eight: "8️⃣", nine: "9️⃣", keycap_ten: "🔟",
};

/** The emoji that the picker offers, by shortcode. */
export const PICKABLE = [
  "+1", "-1", "white_check_mark", "eyes", "raised_hands", "clap", "tada", "fire", "rocket", "heart", "100",
  "joy", "smile", "thinking_face", "sob", "exploding_head", "pray", "muscle", "trophy", "bulb", "question",
  "chart_with_upwards_trend", "chart_with_downwards_trend", "wave",
];

/**
 * Turn a shortcode's name (without colons) into its character.
 * @param {string} name
 * @returns {string} the character, or `:name:` where it is not known
 */
export function emojiFor(name) {
  const plain = name.split("::")[0];
  return Object.hasOwn(CHARACTERS, plain) ? CHARACTERS[plain] : `:${name}:`;
}

/**
 * Replace the shortcodes in plain text.
 * @param {string} text
 */
export function withEmoji(text) {
  return text.replace(/:([a-z0-9_+'-]+(?:::skin-tone-\d)?):/g, (_, name) => emojiFor(name));
}
