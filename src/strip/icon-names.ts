/** Names of Material icons, which pages write as text for a font to turn into pictures. These stand beside content. */
export const CAPTION_ICONS = names(
  'photo_camera camera_alt photo_library add_a_photo insert_photo local_see',
);

/** Names that no text holds by chance. */
export const SNAKE_ICONS =
  names(`access_alarm access_time account_box account_circle add_alert add_box add_circle
  add_circle_outline add_comment add_shopping_cart add_to_photos airline_seat_recline_normal alternate_email
  announcement arrow_back arrow_back_ios arrow_backward arrow_circle_down arrow_circle_left arrow_circle_right arrow_circle_up
  arrow_downward arrow_drop_down arrow_drop_down_circle arrow_drop_up arrow_forward arrow_forward_ios arrow_left
  arrow_right arrow_right_alt arrow_upward attach_file attach_money bar_chart book_online bookmark_add bookmark_border
  bookmark_outline border_color bug_report business_center calendar_month calendar_today calendar_view_day card_giftcard
  chat_bubble chat_bubble_outline check_box check_box_outline_blank check_circle check_circle_outline chevron_left
  chevron_right clear_all close_fullscreen cloud_download cloud_upload color_lens comment_bank contact_mail contact_page
  contact_phone content_copy content_paste credit_card date_range delete_forever delete_outline directions_bike
  directions_bus directions_car directions_run directions_walk done_all double_arrow drive_eta edit_note email_outline
  emoji_emotions emoji_events error_outline event_available event_note exit_to_app expand_less expand_more
  fast_forward fast_rewind favorite_border favorite_outline featured_play_list file_copy file_download file_upload
  filter_list first_page flight_takeoff folder_open folder_shared format_align_left format_list_bulleted format_quote
  format_size free_breakfast full_screen fullscreen_exit g_translate get_app grid_view group_add headset_mic help_center
  help_outline highlight_off hourglass_empty how_to_reg how_to_vote import_contacts info_outline insert_chart
  insert_comment insert_drive_file insert_link insert_photo keyboard_arrow_down keyboard_arrow_left keyboard_arrow_right
  keyboard_arrow_up keyboard_backspace keyboard_voice label_important label_outline last_page library_add library_books
  library_music lightbulb_outline list_alt live_tv local_atm local_cafe local_dining local_grocery_store local_hospital
  local_library local_mall local_offer local_parking local_phone local_shipping local_taxi location_city location_off
  location_on lock_open mail_outline manage_accounts map_marker menu_book menu_open mode_comment mode_edit more_horiz
  more_vert music_note my_location navigate_before navigate_next near_me new_releases notifications_active
  notifications_none notifications_off open_in_full open_in_new panorama_fish_eye pause_circle_filled
  pause_circle_outline people_outline perm_identity perm_phone_msg person_add person_outline person_pin phone_android
  phone_enabled phone_in_talk picture_as_pdf pin_drop play_arrow play_circle play_circle_filled play_circle_outline
  playlist_add playlist_play power_settings_new print_disabled public_off query_builder question_answer
  radio_button_checked radio_button_unchecked rate_review read_more record_voice_over remove_circle
  remove_circle_outline remove_red_eye remove_shopping_cart report_problem restaurant_menu ring_volume rss_feed
  school_outline screen_share search_off send_to_mobile sentiment_satisfied settings_applications shopping_bag
  shopping_basket shopping_cart skip_next skip_previous smart_display sms_failed speaker_notes star_border star_half
  star_outline star_rate sticky_note_2 store_mall_directory subdirectory_arrow_right supervisor_account swap_horiz
  swap_vert tag_faces text_fields text_format text_snippet thumb_down thumb_up thumbs_up_down time_to_leave
  toggle_off toggle_on touch_app travel_explore trending_down trending_flat trending_up unfold_less unfold_more
  verified_user video_call video_camera_front video_library view_agenda view_list view_module visibility_off
  vpn_key vpn_lock watch_later wb_sunny where_to_vote wifi_tethering work_outline workspace_premium zoom_in
  zoom_out zoom_out_map`);

/** Words that are icons only where they are glued to a capital. */
export const WORD_ICONS =
  names(`bookmark chat close comment email event expand favorite fullscreen history home info
  language link list location lock login logout loyalty mail menu notifications person phone place print public schedule
  search send settings share shuffle sms star sync tag today translate tune update videocam visibility`);

function names(list: string): readonly string[] {
  return list.split(/\s+/).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
