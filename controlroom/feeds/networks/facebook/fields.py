"""What is asked for of each kind of thing. Whatever is not named does not come."""

ATTACHMENT = "type,media_type,media,target,title,description,url,unshimmed_url"
POST = (
    "id,created_time,from,message,story,message_tags,permalink_url,status_type,parent_id,"
    f"attachments{{{ATTACHMENT},subattachments}},shares,"
    "reactions.limit(0).summary(total_count),"
    "comments.filter(stream).limit(0).summary(total_count)"
)
COMMENT = (
    "id,created_time,from,message,message_tags,permalink_url,parent{id},object{id},"
    f"attachment{{{ATTACHMENT}}},comment_count,like_count,is_hidden"
)
MESSAGE = (
    "id,created_time,from,to,message,sticker,"
    "attachments{id,mime_type,name,file_url,image_data,video_data},shares{link,name}"
)
VIDEO = "id,length,views"
